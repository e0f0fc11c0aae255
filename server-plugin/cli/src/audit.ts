/** What also runs in a browser: the doctor's checks and what they read a pool by. */
export { doctor, type DoctorReport } from './doctor/doctor.ts';
export { openPool } from './open-pool.ts';
